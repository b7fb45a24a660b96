"""Anthropic's own client for Python."""

from .peer import ClientPeer


class Events(ClientPeer):
    """The events as they come, each in its type."""

    name = "anthropic, create(stream=True)"
    distribution = "anthropic"
    provider = "claude"

    def open(self, base_url):
        import anthropic

        self.client = anthropic.AsyncAnthropic(
            api_key="test", base_url=base_url, max_retries=0, timeout=600, http_client=self.http_client())

    def http_client(self):
        return None

    def arguments(self, request):
        content = [{"type": "search_result", "source": source["id"], "title": source["title"],
                    "content": [{"type": "text", "text": passage} for passage in source["passages"]],
                    "citations": {"enabled": True}} for source in request["sources"]]
        return {"model": "claude-test", "max_tokens": 1024, "system": request["instructions"],
                "messages": [{"role": "user", "content": [*content, {"type": "text", "text": request["question"]}]}]}

    async def stream(self, request, on_text):
        citations = tokens = 0
        async with await self.client.messages.create(**self.arguments(request), stream=True) as events:
            async for event in events:
                if event.type == "content_block_delta":
                    if event.delta.type == "text_delta":
                        on_text(event.delta.text)
                    elif event.delta.type == "citations_delta":
                        citations += 1
                elif event.type == "message_delta":
                    tokens = event.usage.output_tokens
        return citations, tokens

    async def close(self):
        await self.client.close()


class EventsOverAIOHTTP(Events):
    """The same over the transport that the documentation names for many streams at once."""

    name = "anthropic, create(stream=True), aiohttp"

    def http_client(self):
        import anthropic

        return anthropic.DefaultAioHttpClient()


class Helper(Events):
    """`messages.stream`, which puts the answer together besides."""

    name = "anthropic, messages.stream"

    async def stream(self, request, on_text):
        async with self.client.messages.stream(**self.arguments(request)) as stream:
            async for text in stream.text_stream:
                on_text(text)
            message = await stream.get_final_message()
        citations = sum(len(block.citations or []) for block in message.content if block.type == "text")
        return citations, message.usage.output_tokens
