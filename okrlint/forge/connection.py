"""JSON over HTTP with a forge: one place, one way, nothing followed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from okrlint.errors import OkrlintError

if TYPE_CHECKING:
    from urllib.request import OpenerDirector, Request

_PATIENCE = 30.0
"""Seconds for an answer."""
_LARGEST = 32 * 1024 * 1024
"""Bytes of an answer; a hundred comments of the greatest length are a good half of it."""
_PAGE = 100
_PAGES = 50
"""A discussion of more than 5,000 comments is not read to its end."""
_REFUSED = (401, 403)


class Connection:
    """The API of a forge, as somebody."""

    def __init__(self, address: str, headers: Mapping[str, str]) -> None:
        """Name the API's address and the headers of every request, the token among them."""
        self.address = address.rstrip("/")
        self._headers = {"Accept": "application/json", "User-Agent": "okrlint", **headers}
        if not self.address.startswith(("https://", "http://")):
            raise OkrlintError(f"{address} is no address of an API")

    def call(self, method: str, path: str, data: object = None, query: Mapping[str, str] | None = None) -> Any:
        """The answer to a request as plain data. Raises OkrlintError with the forge's own words; never the token."""
        from urllib.parse import urlencode
        from urllib.request import Request

        address = f"{self.address}{path}" + (f"?{urlencode(query)}" if query else "")
        body = None if data is None else json.dumps(data).encode()
        headers = self._headers if body is None else {**self._headers, "Content-Type": "application/json"}
        return self._answer(Request(address, body, headers, method=method))  # noqa: S310  the scheme is checked above

    def pages(self, path: str, query: Mapping[str, str]) -> Iterator[Any]:
        """The entries of a list that is handed out in pages."""
        for number in range(1, _PAGES + 1):
            page = self.call("GET", path, query={**query, "per_page": str(_PAGE), "page": str(number)})
            if not isinstance(page, list):
                raise OkrlintError(f"{self._host} answered with something else than a list")
            yield from page
            if len(page) < _PAGE:
                return

    @property
    def _host(self) -> str:
        return self.address.partition("://")[2].partition("/")[0]

    def _answer(self, request: Request) -> Any:
        from http.client import HTTPException
        from urllib.error import HTTPError

        try:
            with _opener().open(request, timeout=_PATIENCE) as answer:
                return json.loads(answer.read(_LARGEST))
        except HTTPError as error:
            with error:
                raise OkrlintError(self._words(error.code, error.read(_LARGEST))) from None
        except (OSError, HTTPException) as error:
            raise OkrlintError(f"{self._host} cannot be reached: {getattr(error, 'reason', error)}") from None
        except ValueError:
            raise OkrlintError(f"{self._host} answered with something else than JSON") from None

    def _words(self, code: int, answer: bytes) -> str:
        """What a refusal says, and what it mostly means."""
        try:
            stated = str(json.loads(answer)["message"])[:200]
        except (ValueError, KeyError, TypeError):
            stated = "no reason given"
        hint = "; the token may not write comments, docs/ci.md says what it needs" if code in _REFUSED else ""
        return f"{self._host} answered {code}: {stated}{hint}"


def _opener() -> OpenerDirector:
    """An opener that follows nothing: a redirect would carry the token to whoever it leads to."""
    from urllib import request

    opener = request.OpenerDirector()
    for kind in (request.ProxyHandler, request.HTTPHandler, request.HTTPSHandler):
        opener.add_handler(kind())
    for answer in (request.HTTPDefaultErrorHandler, request.HTTPErrorProcessor):
        opener.add_handler(answer())
    return opener
