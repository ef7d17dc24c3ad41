import type { Json } from "../api/workspace";
import { PlainBlocks } from "./PlainBlocks";

/** One text object of Slack's: plain as it is, or in its markup. */
export function BlockText({ text }: { text: Json | null | undefined }) {
  if (!text) {
    return null;
  }
  return text.type === "mrkdwn" ? <PlainBlocks blocks={[{ type: "section", text }]} /> : <p>{String(text.text)}</p>;
}
