"""Settings of claimgraph: one frozen class, filled from the environment's `CLAIMGRAPH_*` variables."""

import difflib
import os
from pathlib import Path
from typing import Annotated

import platformdirs
from pydantic import ByteSize, Field, SecretStr, ValidationError, ValidatorFunctionWrapHandler, WrapValidator
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, SettingsConfigDict

from .graph.errors import InvalidInput

PREFIX = "CLAIMGRAPH_"


def _should_be(words: str) -> WrapValidator:
    def check(value: object, parse: ValidatorFunctionWrapHandler) -> object:
        try:
            return parse(value)
        except ValidationError:
            raise PydanticCustomError("setting", "should be {words}", {"words": words}) from None

    return WrapValidator(check)


Name = Annotated[str, Field(pattern=r"^\S+$"), _should_be("one word without spaces")]
Port = Annotated[int, Field(ge=1, le=65535), _should_be("a port number from 1 to 65535")]
Memory = Annotated[str, Field(pattern=r"^[1-9][0-9]*[kmgKMG]$"), _should_be("an amount of memory such as 512m or 2g")]
Seconds = Annotated[float, Field(gt=0, le=3600), _should_be("a number of seconds, above 0 and at most 3600")]
Switch = Annotated[bool, _should_be("true or false")]
Count = Annotated[int, Field(ge=1), _should_be("a whole number from 1 on")]
Size = Annotated[ByteSize, Field(ge=1), _should_be("a size in bytes such as 1048576 or 1MiB")]
WebAddress = Annotated[
    str,
    Field(pattern=r"^https?://[^\s?#]+$"),
    _should_be("an http or https address such as https://claims.example.org"),
]
BrowserAddress = Annotated[
    str, Field(pattern=r"^https?://\S+$"), _should_be("the http or https address of a Neo4j Browser")
]
Room = Annotated[ByteSize, Field(ge=0), _should_be("a size in bytes such as 67108864 or 64MiB, or 0")]
Keys = Annotated[
    str,
    Field(pattern=r"^\s*([^\s:,]+\s*:\s*[0-9a-fA-F]{64}\s*(,\s*[^\s:,]+\s*:\s*[0-9a-fA-F]{64}\s*)*)?$"),
    _should_be("names with the hashes of their keys, `name:hash` with commas between, as `claimgraph key` prints them"),
]
Origins = Annotated[
    str,
    Field(pattern=r"^(\*|https?://[^\s/?#,*]+(\s*,\s*https?://[^\s/?#,*]+)*)?$"),
    _should_be("whole origins with commas between, such as https://example.org, https://www.example.org, or * for all"),
]
MirrorUri = Annotated[
    str, Field(pattern=r"^https?://\S+$"), _should_be("the http or https address of a Maven repository")
]
ServerUri = Annotated[
    str,
    Field(pattern=r"^(bolt|neo4j)(\+s|\+ssc)?://[^/\s]+$"),
    _should_be("an address such as bolt://127.0.0.1:7687 or neo4j+s://example.org"),
]


class Settings(BaseSettings):
    """Everything that can be set, for example `Settings(port=8080)`. Blank variables count as unset."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, extra="forbid", frozen=True)

    home: Path = Field(
        default_factory=lambda: platformdirs.user_data_path("claimgraph"),
        description="Folder of the local Neo4j: its data, configuration, logs and password.",
    )
    cache: Path = Field(
        default_factory=lambda: platformdirs.user_cache_path("claimgraph"),
        description="Folder of downloaded Neo4j artifacts, shared by all checkouts.",
    )
    maven_mirror: MirrorUri | None = Field(
        default=None, description="Maven repository to fetch Neo4j from in place of Maven Central."
    )
    bolt_port: Port = Field(
        default=7687, description="Bolt port of the local Neo4j; when it is busy, a free one is taken."
    )
    http_port: Port = Field(
        default=7474, description="Browser port of the local Neo4j; when it is busy, a free one is taken."
    )
    heap: Memory = Field(default="512m", description="Java heap of the local Neo4j.")
    page_cache: Memory = Field(default="256m", description="Page cache of the local Neo4j.")
    neo4j_uri: ServerUri | None = Field(
        default=None, description="Neo4j server to use in place of the local one of `claimgraph up`."
    )
    neo4j_user: Name = Field(default="neo4j", description="User name on the Neo4j server.")
    neo4j_password: SecretStr | None = Field(
        default=None, description="Password on the Neo4j server; the local one makes its own."
    )
    neo4j_database: Name = Field(default="neo4j", description="Database on the Neo4j server.")
    host: Name = Field(default="127.0.0.1", description="Address that the service listens on.")
    port: Port = Field(default=8000, description="Port that the service listens on.")
    request_timeout: Seconds = Field(
        default=10.0, description="Seconds after which a request, and its work in Neo4j, is ended."
    )
    public_url: WebAddress | None = Field(
        default=None,
        description="Address at which others reach the service, its path included, when a proxy stands in front.",
    )
    cors_origins: Origins = Field(
        default="", description="Origins whose scripts may read answers, with commas between; `*` for any."
    )
    browser_url: BrowserAddress | None = Field(
        default=None, description="Address of the Neo4j Browser that pages link to; the local Neo4j's without it."
    )
    max_body: Size = Field(default=ByteSize(1024**2), description="Largest request body accepted, in bytes or as 1MiB.")
    max_cost: Count = Field(
        default=250_000, description="Most that one GraphQL operation may cost: rows that it could fetch."
    )
    max_concurrent: Count = Field(
        default=32, description="GraphQL operations that run at a time; four times as many may wait."
    )
    answer_cache: Room = Field(
        default=ByteSize(64 * 1024**2), description="Memory for answers of the published version, 0 for none."
    )
    documents: Path | None = Field(
        default=None, description="Folder of GraphQL documents, *.graphql, that clients may name by `documentId`."
    )
    trusted_only: Switch = Field(default=False, description="Whether no other documents than those are answered.")
    api_keys: Keys = Field(
        default="", description="Who may ask: `name:hash` with commas between, as `claimgraph key` prints them."
    )
    open: Switch = Field(
        default=False, description="Whether the service may listen for other machines without API keys."
    )
    access_log: Switch = Field(default=False, description="Whether each request is a line of JSON on stderr.")
    introspection: Switch = Field(
        default=True, description="Whether clients may ask for the schema, and get near names in errors."
    )
    graphiql: Switch = Field(default=True, description="Whether browsers get GraphiQL at /graphql.")


def load_settings() -> Settings:
    """Settings from the environment.

    Raises InvalidInput with a sentence for each variable that is unknown or has a wrong value.
    """
    problems = [_unknown(name) for name in sorted(os.environ) if _is_unknown(name)]
    settings = None
    try:
        settings = Settings()
    except ValidationError as error:
        problems += [
            f"{variable(str(detail['loc'][0]))} is {detail['input']!r} but {detail['msg']}" for detail in error.errors()
        ]
    if settings is None or problems:
        raise InvalidInput("\n".join(problems))
    return settings


def variable(field: str) -> str:
    """Name of the environment variable behind a field: CLAIMGRAPH_PORT for `port`."""
    return PREFIX + field.upper()


def _is_unknown(name: str) -> bool:
    upper = name.upper()
    return upper.startswith(PREFIX) and upper.removeprefix(PREFIX).lower() not in Settings.model_fields


def _unknown(name: str) -> str:
    known = [variable(field) for field in Settings.model_fields]
    nearest = difflib.get_close_matches(name.upper(), known, n=1, cutoff=0.0)[0]
    return f"{name} is no setting; the nearest one is {nearest}"
