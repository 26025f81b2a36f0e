"""Language models behind an OpenAI-style address: what is asked, and the words that come back one by one.

`wire` makes and reads the bytes, `calling` has them carried to the server and back within bounds.
"""

from askwell.protocols.chat.calling import Endpoint, Patience, ask, host_of, link_of
from askwell.protocols.chat.wire import ChatError, ChatTrouble, Message

__all__ = ["ChatError", "ChatTrouble", "Endpoint", "Message", "Patience", "ask", "host_of", "link_of"]
