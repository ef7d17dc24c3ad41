import { memo, type ReactNode } from "react";
import { Message, type Block } from "slack-blocks-to-jsx";
import "slack-blocks-to-jsx/dist/style.css";
import type { Json } from "../api/workspace";
import { usePlayground } from "../shell/playground";
import { harmless } from "./harmless";
import { useNames, type Names } from "./names";
import { WebLink } from "./WebLink";

/** Blocks without controls, rendered by the library. It does not support clicks, so controls are rendered elsewhere. */
export function PlainBlocks({ blocks }: { blocks: Json[] }) {
  const names = useNames();
  const { theme } = usePlayground();
  // Compared by content: a message is read at every change, and is usually unchanged.
  return <Drawn words={JSON.stringify(blocks)} names={names} theme={theme} />;
}

const Drawn = memo(function Drawn({ words, names, theme }: { words: string; names: Names; theme: "light" | "dark" }) {
  const blocks = (JSON.parse(words) as Json[]).map(harmless) as unknown as Block[];
  return <Message withoutWrapper blocks={blocks} logo="" name="" theme={theme} data={names} hooks={HOOKS} />;
});

const HOOKS = {
  link: ({ href, className, children }: { href: string; className: string; children: ReactNode }) => (
    <WebLink href={href} className={className}>
      {children}
    </WebLink>
  ),
};
