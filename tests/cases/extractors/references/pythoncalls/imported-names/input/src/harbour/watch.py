from transformers import AutoModel

import names as of_things
from harbour.core import settings
from harbour.core.settings import Settings as Given
from missing import NOWHERE

from . import names
from .names import ITSELF as ITSELF
from .names import PIER as BERTH

AutoModel.from_pretrained(settings.watcher)
AutoModel.from_pretrained(settings.sorter)
AutoModel.from_pretrained(Given().spare)
AutoModel.from_pretrained(names.BOATS["large"])
AutoModel.from_pretrained(BERTH)
AutoModel.from_pretrained(of_things.NOT_THERE)
AutoModel.from_pretrained(NOWHERE)
AutoModel.from_pretrained(ITSELF)


def load(settings, BERTH=None):
    AutoModel.from_pretrained(settings.idle)
    AutoModel.from_pretrained(BERTH)
