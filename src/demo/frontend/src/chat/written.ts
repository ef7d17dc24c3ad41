import type { Json } from "../api/workspace";

const PARTS = /(<[^<>]+>|`[^`\n]+`|\*[^*\s][^*\n]*\*)/;

/**
 * What a person wrote, as the rich text that Slack makes of it. The drawing library is not given the text itself: it reads
 * escaped markup as markup, and a port in an address as an emoji.
 */
export function written(text: string): Json {
  const elements = text
    .split(PARTS)
    .filter((part) => part !== "")
    .map(element);
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements }] };
}

function element(part: string): Json {
  if (part.startsWith("<") && part.endsWith(">") && part.length > 2) {
    return reference(part.slice(1, -1));
  }
  if (part.length > 2 && part.startsWith("`") && part.endsWith("`")) {
    return { type: "text", text: unescaped(part.slice(1, -1)), style: { code: true } };
  }
  if (part.length > 2 && part.startsWith("*") && part.endsWith("*")) {
    return { type: "text", text: unescaped(part.slice(1, -1)), style: { bold: true } };
  }
  return { type: "text", text: unescaped(part) };
}

function reference(inner: string): Json {
  const [to = "", label] = inner.split("|", 2);
  if (to.startsWith("@")) {
    return { type: "user", user_id: to.slice(1) };
  }
  if (to.startsWith("#")) {
    return { type: "channel", channel_id: to.slice(1) };
  }
  if (to.startsWith("!subteam^")) {
    return { type: "usergroup", usergroup_id: to.slice("!subteam^".length) };
  }
  if (to.startsWith("!")) {
    return { type: "broadcast", range: to.slice(1) };
  }
  return { type: "link", url: unescaped(to), text: unescaped(label ?? to) };
}

function unescaped(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
