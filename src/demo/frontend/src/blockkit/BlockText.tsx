import type { Json } from "../api/workspace";
import { PlainBlocks } from "./PlainBlocks";

/** A Slack text object: plain text or Slack's markup. */
export function BlockText({ text }: { text: Json | null | undefined }) {
  if (!text) {
    return null;
  }
  return text.type === "mrkdwn" ? <PlainBlocks blocks={[{ type: "section", text }]} /> : <p>{String(text.text)}</p>;
}
