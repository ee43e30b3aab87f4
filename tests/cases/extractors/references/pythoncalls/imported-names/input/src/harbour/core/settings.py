from pydantic import Field
from pydantic_settings import BaseSettings

from .spare import SPARE


class Settings(BaseSettings):
    watcher: str = "meta-llama/Llama-2-13b-hf"
    sorter: str = Field("google/gemma-2b", description="sorts gulls")
    spare: str = SPARE
    idle: str = "bigcode/santacoder"


settings = Settings()
