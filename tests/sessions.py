"""A reader's session without a browser: speaks Streamlit's protocol over its websocket.

What the browser does between its opening and the end of a run, as far as a test of the server needs
it: it sends the address and the widgets' values, and reads what is drawn.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

PATIENCE = 60.0  # s for one run, on a busy computer
TEXTS = ("body", "code_text", "label", "title", "message")  # the fields of elements that are read
Value = str | int | bool | list[str]


class Session:
    """One session: `run` it, `change` widgets by their labels, read `texts`."""

    def __init__(self, socket: ClientConnection, query: str) -> None:
        self.socket, self.query, self.id = socket, query, ""
        self.exceptions: list[str] = []
        self.states: dict[str, WidgetState] = {}
        self.drawn: dict[tuple[int, ...], Element] = {}
        self._page, self._kept = "", dict[str, ForwardMsg]()

    def change(self, label: str, value: Value) -> None:
        """Give a widget a value for the next run; its type need not be what the widget takes."""
        self.put(self.widgets[label].id, value)

    def put(self, widget: str, value: Value) -> None:
        """The same by the widget's id; True presses a button."""
        state = WidgetState(id=widget)
        if isinstance(value, bool):
            state.trigger_value = value
        elif isinstance(value, str):
            state.string_value = value
        elif isinstance(value, int):
            state.int_value = value
        else:
            state.string_array_value.data.extend(value)
        self.states[widget] = state

    def request(self) -> BackMsg:
        """What the browser sends to have the page drawn anew."""
        message = BackMsg()
        asked = message.rerun_script
        asked.query_string, asked.page_script_hash = self.query, self._page
        asked.widget_states.widgets.extend(self.states.values())
        asked.cached_message_hashes.extend(self._kept)
        return message

    async def run(self) -> "Session":
        """Have the page drawn to its end. Raises ConnectionClosed, TimeoutError."""
        await self.socket.send(self.request().SerializeToString())
        await self.ended()
        pressed = [k for k, s in self.states.items() if s.WhichOneof("value") == "trigger_value"]
        for widget in pressed:  # a button is pressed once
            del self.states[widget]
        return self

    async def ended(self) -> None:
        """Wait for the end of the run that is under way."""
        async with asyncio.timeout(PATIENCE):
            while not self._take(ForwardMsg.FromString(await self.socket.recv(decode=False))):
                pass

    def _take(self, message: ForwardMsg) -> bool:
        """Keep what a message says; whether it is the last one of a run."""
        if message.WhichOneof("type") == "ref_hash":
            message = self._kept[message.ref_hash]
        elif message.metadata.cacheable and message.hash:
            self._kept[message.hash] = message
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self.id = message.new_session.initialize.session_id
            self._page = message.new_session.page_script_hash
            self.drawn, self.exceptions = {}, []
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self._draw(tuple(message.metadata.delta_path), message.delta.new_element)
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        early = ForwardMsg.FINISHED_EARLY_FOR_RERUN  # another run follows
        return kind == "script_finished" and message.script_finished != early

    def _draw(self, path: tuple[int, ...], element: Element) -> None:
        self.drawn[path] = element
        if element.WhichOneof("type") == "exception":
            self.exceptions.append(f"{element.exception.type}: {element.exception.message}")

    @property
    def widgets(self) -> dict[str, Any]:
        """What has an id, by label."""
        found = ((getattr(e, "label", ""), e) for e in self._elements() if getattr(e, "id", ""))
        return {label: element for label, element in found if label}

    @property
    def texts(self) -> str:
        """All that is written on the page, a text a line."""
        found = [getattr(e, name, "") for e in self._elements() for name in TEXTS]
        return "\n".join(text for text in found if isinstance(text, str) and text)

    def _elements(self) -> Iterator[Any]:
        for _, element in sorted(self.drawn.items()):
            yield getattr(element, str(element.WhichOneof("type")))


@asynccontextmanager
async def opened(address: str, query: str = "", resume: str = "") -> AsyncIterator[Session]:
    """A session at an address such as http://127.0.0.1:8501, with nothing drawn yet; `resume` is
    the id of the session that it goes on with. Raises what `connect` does if it is refused."""
    protocols: list[Any] = ["streamlit", "no-token", *([resume] if resume else [])]
    url = address.replace("http", "ws", 1) + "/_stcore/stream"
    limits: dict[str, Any] = {"max_size": None, "compression": None, "proxy": None,
                              "close_timeout": 1}  # fmt: skip
    async with connect(url, subprotocols=protocols, open_timeout=PATIENCE, **limits) as socket:
        yield Session(socket, query)
