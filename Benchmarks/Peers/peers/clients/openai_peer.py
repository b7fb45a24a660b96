"""OpenAI's own client for Python."""

from .peer import ClientPeer


class Chunks(ClientPeer):
    """The chunks as they come, each in its type."""

    name = "openai, create(stream=True)"
    distribution = "openai"
    provider = "openai"

    def open(self, base_url):
        import openai

        self.client = openai.AsyncOpenAI(
            api_key="test", base_url=f"{base_url}/v1", max_retries=0, timeout=600, http_client=self.http_client())

    def http_client(self):
        return None

    def arguments(self, request):
        sources = "\n\n".join(
            "\n".join([f"[{source['id']}] {source['title']}", *source["passages"]]) for source in request["sources"])
        return {"model": "gpt-test", "max_completion_tokens": 1024, "stream_options": {"include_usage": True},
                "messages": [{"role": "system", "content": request["instructions"]},
                             {"role": "user", "content": f"{sources}\n\n{request['question']}"}]}

    async def stream(self, request, on_text):
        tokens = 0
        async with await self.client.chat.completions.create(**self.arguments(request), stream=True) as chunks:
            async for chunk in chunks:
                if chunk.choices and chunk.choices[0].delta.content:
                    on_text(chunk.choices[0].delta.content)
                if chunk.usage is not None:
                    tokens = chunk.usage.completion_tokens
        return 0, tokens

    async def close(self):
        await self.client.close()


class ChunksOverAIOHTTP(Chunks):
    """The same over the transport that the documentation names for many streams at once."""

    name = "openai, create(stream=True), aiohttp"

    def http_client(self):
        import openai

        return openai.DefaultAioHttpClient()


class Helper(Chunks):
    """`chat.completions.stream`, which puts the answer together besides."""

    name = "openai, chat.completions.stream"

    async def stream(self, request, on_text):
        async with self.client.chat.completions.stream(**self.arguments(request)) as stream:
            async for event in stream:
                if event.type == "content.delta":
                    on_text(event.delta)
            completion = await stream.get_final_completion()
        return 0, completion.usage.completion_tokens
