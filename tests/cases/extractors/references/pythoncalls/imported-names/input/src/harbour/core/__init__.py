from .settings import Settings, settings
