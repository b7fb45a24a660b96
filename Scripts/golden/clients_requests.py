"""Calls the official libraries against a server on this machine that notes what they send and plays recorded answers, and
writes both to Tests/HelpdeskClaudeTests/Golden and Tests/HelpdeskOpenAITests/Golden:

    requests.json     for each call the path, the headers that matter, and the body as it was sent
    NAME.sse          a recorded stream, in the documented form of the service
    NAME.json         what the library reads from it

    pip install -r clients_requirements.txt
    python clients_requests.py
"""
import base64
import http.server
import json
import pathlib
import struct
import threading

import anthropic
import openai

root = pathlib.Path(__file__).parents[2] / "Tests"
noted, plays = [], []


class Server(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        names = ["x-api-key", "authorization", "anthropic-version", "content-type", "openai-organization"]
        noted.append({"path": self.path, "headers": {n: self.headers[n] for n in names if self.headers[n]},
                      "body": body.decode()})
        kind, answer = plays.pop(0)
        self.send_response(200)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
threading.Thread(target=server.serve_forever, daemon=True).start()
address = f"http://127.0.0.1:{server.server_port}"


def call(name, answer, function, **arguments):
    """Makes a call, and returns what the library gives for the answer."""
    kind = "text/event-stream" if isinstance(answer, str) else "application/json"
    plays.append((kind, answer.encode() if isinstance(answer, str) else json.dumps(answer).encode()))
    result = function(**arguments)
    noted[-1]["name"] = name
    return result


def save(module, requests):
    folder = root / module / "Golden"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "requests.json").write_text(json.dumps(requests, indent=1, ensure_ascii=False) + "\n")


def events(items, named=True):
    return "".join((f"event: {item['type']}\n" if named else "") + "data: " + json.dumps(item, ensure_ascii=False) + "\n\n"
                   for item in items)


PASSWORD = ["To reset your password, open Settings.\nChoose Security.", "Passwords have at least 12 characters."]
SHIPPING = ["Die Rücksendung kostet 4,90 €. 😀"]
SCHEMA = {"type": "object", "properties": {"zebra": {"type": "string", "enum": ["a/b", "c"]}, "apple": {
    "type": ["integer", "null"], "description": "how many"}}, "required": ["zebra", "apple"], "additionalProperties": False}

# Anthropic
claude = anthropic.Anthropic(api_key="sk-test", base_url=address, max_retries=0)


def text(value, cache=None):
    return {"type": "text", "text": value, **({"cache_control": cache} if cache else {})}


def result(source, title, passages, cited=True, cache=None):
    return {"type": "search_result", "source": source, "title": title, "content": [text(p) for p in passages],
            **({"citations": {"enabled": True}} if cited else {}), **({"cache_control": cache} if cache else {})}


def cite(index, source, passages, start, end):
    return {"type": "search_result_location", "cited_text": "".join(passages[start:end]), "source": source,
            "title": "Reset your password", "search_result_index": index, "start_block_index": start, "end_block_index": end}


five, hour = {"type": "ephemeral"}, {"type": "ephemeral", "ttl": "1h"}
message = {"id": "msg_1", "type": "message", "role": "assistant", "model": "claude-haiku-5-5", "content": [text("Hi")],
           "stop_reason": "end_turn", "stop_sequence": None, "usage": {"input_tokens": 1, "output_tokens": 1}}
base = {"model": "claude-haiku-5-5", "max_tokens": 4096}
question = {"role": "user", "content": [text("How do I reset \"it\"? \\ / 世界 \u2028 \u007f\t")]}
with_sources = {"role": "user", "content": [
    result("password", "Reset your password", PASSWORD), result("ret:1", "ret:1", SHIPPING), text("How?")]}
call("plain", message, claude.messages.create, messages=[question], **base)
call("system", message, claude.messages.create, messages=[question], system=[text("Be kind."), text("Cite.", five)], **base)
call("sources", message, claude.messages.create, messages=[with_sources], **base)
call("conversation", message, claude.messages.create, system=[text("Rules", hour)], messages=[
    {"role": "user", "content": [result("password", "Reset your password", PASSWORD, cache=hour), text("One?")]},
    {"role": "assistant", "content": [text("Two.", hour)]}, {"role": "user", "content": [text("Three?")]}],
    model="claude-haiku-5-5", max_tokens=100)
call("schema", message, claude.messages.create, messages=[{"role": "user", "content": [
    result("password", "Reset your password", PASSWORD, cited=False), text("Which?")]}],
    output_config={"format": {"type": "json_schema", "schema": SCHEMA}}, **base)
call("count", {"input_tokens": 7}, claude.messages.count_tokens, messages=[with_sources], model="claude-haiku-5-5",
     system=[text("Be kind.", five)])

start = {**message, "content": [], "stop_reason": None, "usage": {
    "input_tokens": 25, "output_tokens": 1, "cache_creation_input_tokens": 11, "cache_read_input_tokens": 7}}


def block(index, kind, deltas):
    return ([{"type": "content_block_start", "index": index, "content_block": kind}]
            + [{"type": "content_block_delta", "index": index, "delta": d} for d in deltas]
            + [{"type": "content_block_stop", "index": index}])


def words(*pieces):
    return [{"type": "text_delta", "text": piece} for piece in pieces]


recorded = events(
    [{"type": "message_start", "message": start}, {"type": "ping"}]
    + block(0, {"type": "thinking", "thinking": "", "signature": ""}, [
        {"type": "thinking_delta", "thinking": "Let me see."}, {"type": "signature_delta", "signature": "c2ln"}])
    + block(1, text(""), words("You can ", "do it so: "))
    + block(2, {**text(""), "citations": []}, [
        {"type": "citations_delta", "citation": cite(0, "password", PASSWORD, 0, 2)}] + words("open Settings 世", "界 😀"))
    + block(3, text(""), words(". "))
    + block(4, {**text(""), "citations": []}, words("It costs 4,90 €") + [
        {"type": "citations_delta", "citation": {**cite(1, "ret:1", SHIPPING, 0, 1), "title": None}}])
    + block(5, text(""), words("."))
    + [{"type": "message_delta", "delta": {"stop_reason": "end_turn", "stop_sequence": None}, "usage": {"output_tokens": 15}},
       {"type": "message_stop"}])


def streamed(**arguments):
    with claude.messages.stream(**arguments) as stream:
        return stream.get_final_message()


final = call("stream", recorded, streamed, messages=[with_sources], **base)
save("HelpdeskClaudeTests", noted)
folder = root / "HelpdeskClaudeTests/Golden"
(folder / "answer.sse").write_text(recorded)
(folder / "answer.json").write_text(json.dumps(final.model_dump(mode="json", warnings=False), indent=1, ensure_ascii=False) + "\n")
count = len(noted)
noted.clear()

# OpenAI
gpt = openai.OpenAI(api_key="sk-test", organization="org-1", base_url=address + "/v1", max_retries=0)
completion = {"id": "c", "object": "chat.completion", "created": 1, "model": "m", "choices": [
    {"index": 0, "message": {"role": "assistant", "content": "Hi"}, "finish_reason": "stop"}]}
base = {"model": "gpt-test"}
plain = [{"role": "user", "content": "How do I reset \"it\"? \\ / 世界 \u2028 \u007f\t"}]
call("plain", completion, gpt.chat.completions.create, messages=plain, max_completion_tokens=2048, **base)
call("older", completion, gpt.chat.completions.create, max_tokens=100, messages=[
    {"role": "system", "content": "Be kind."}, {"role": "user", "content": "One?"}, {"role": "assistant", "content": "Two."},
    {"role": "user", "content": "Three?"}], **base)
call("schema", completion, gpt.chat.completions.create, messages=plain, max_completion_tokens=2048, response_format={
    "type": "json_schema", "json_schema": {"name": "verdict", "strict": True, "schema": SCHEMA}}, **base)
call("object", completion, gpt.chat.completions.create, messages=plain, max_completion_tokens=2048,
     response_format={"type": "json_object"}, **base)
chunk = {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": []}


def choice(delta, reason=None):
    return {**chunk, "choices": [{"index": 0, "delta": delta, "finish_reason": reason}]}


usage = {"prompt_tokens": 30, "completion_tokens": 9, "total_tokens": 39, "prompt_tokens_details": {"cached_tokens": 10}}
recorded = events([choice({"role": "assistant", "content": ""}), choice({"content": "Open "}), choice({"content": "Settings 世"}),
                   choice({"content": "界 😀."}), choice({}, "stop"), {**chunk, "usage": usage}], named=False) + "data: [DONE]\n\n"
pieces = list(call("stream", recorded, gpt.chat.completions.create, messages=plain, max_completion_tokens=2048, stream=True,
                   stream_options={"include_usage": True}, **base))
vectors = [[0.5, -0.25, 1e-7], [1.0, 2.0, 3.0]]
packed = [base64.b64encode(struct.pack("<3f", *v)).decode() for v in vectors]
embedded = {"object": "list", "model": "e", "usage": {"prompt_tokens": 2, "total_tokens": 2}, "data": [
    {"object": "embedding", "index": i, "embedding": p} for i, p in enumerate(packed)]}
read = call("embeddings", embedded, gpt.embeddings.create, model="embed-test", input=["ünï", "b"])
call("dimensions", embedded, gpt.embeddings.create, model="embed-test", input=["ünï", "b"], dimensions=3,
     encoding_format="float")
save("HelpdeskOpenAITests", noted)
folder = root / "HelpdeskOpenAITests/Golden"
(folder / "answer.sse").write_text(recorded)
(folder / "answer.json").write_text(json.dumps({
    "text": "".join(c.delta.content or "" for p in pieces for c in p.choices),
    "reason": [c.finish_reason for p in pieces for c in p.choices if c.finish_reason],
    "usage": pieces[-1].usage.model_dump(mode="json", exclude_none=True)}, indent=1, ensure_ascii=False) + "\n")
(folder / "embeddings.json").write_text(json.dumps({
    "response": embedded, "vectors": [d.embedding for d in read.data]}, indent=1) + "\n")
print(count, "calls of anthropic,", len(noted), "of openai")
