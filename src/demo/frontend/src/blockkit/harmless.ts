import type { Json } from "../api/workspace";

/** Whether an address may become a link: http and https only, never a script or a file. */
export function isWebAddress(address: unknown): address is string {
  if (typeof address !== "string") {
    return false;
  }
  try {
    return ["http:", "https:"].includes(new URL(address).protocol);
  } catch {
    return false;
  }
}

/**
 * Blocks as they may be handed to the drawing library: links that lead elsewhere than to the web become text, and
 * pictures become their words, since nothing is fetched from outside. Plain text is drawn as it is: the library would
 * read markup in it, and make a mention of a commit's `<!channel>`.
 */
export function harmless(part: Json): Json {
  if (part.type === "link" && !isWebAddress(part.url)) {
    return { type: "text", text: String(part.text ?? part.url ?? ""), style: part.style };
  }
  if (part.type === "image") {
    return picture(part);
  }
  if (part.type === "plain_text" && part.emoji === false) {
    return { ...part, verbatim: true };
  }
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, inner(key, value)]));
}

const ADDRESSES = new Set(["url", "title_url", "video_url", "thumbnail_url", "image_url", "provider_icon_url"]);

function inner(key: string, value: unknown): unknown {
  if (ADDRESSES.has(key)) {
    return isWebAddress(value) ? value : undefined;
  }
  if (Array.isArray(value)) {
    return value.map((each) => inner("", each));
  }
  return value !== null && typeof value === "object" ? harmless(value as Json) : value;
}

/** An image is a block, or an element within a context. */
function picture(image: Json): Json {
  const words = { type: "plain_text", text: `🖼 ${image.alt_text ?? "picture"}` };
  return image.block_id === undefined ? words : { type: "context", block_id: image.block_id, elements: [words] };
}
