import { useCallback, useEffect, useRef, useState } from "react";

const NEAR = 60;

/** Keeps the end of a growing list visible, unless the reader has scrolled away. */
export function useFollowing(what: string) {
  const list = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const top = useRef(0);
  const [atEnd, setAtEnd] = useState(true);

  const toEnd = useCallback(() => {
    const scrolled = list.current;
    if (scrolled) {
      following.current = true;
      scrolled.scrollTop = scrolled.scrollHeight;
    }
  }, []);

  useEffect(() => {
    const scrolled = list.current;
    const content = end.current;
    if (!scrolled || !content) {
      return;
    }
    const looked = () => {
      const near = scrolled.scrollHeight - scrolled.scrollTop - scrolled.clientHeight < NEAR;
      // Far from the end without scrolling up: the list has grown and will be followed.
      following.current = near || (following.current && scrolled.scrollTop >= top.current);
      top.current = scrolled.scrollTop;
      setAtEnd(following.current);
    };
    const grown = new ResizeObserver(() => (following.current ? toEnd() : setAtEnd(false)));
    scrolled.addEventListener("scroll", looked, { passive: true });
    grown.observe(content);
    grown.observe(scrolled);
    return () => {
      scrolled.removeEventListener("scroll", looked);
      grown.disconnect();
    };
  }, [toEnd]);
  useEffect(toEnd, [what, toEnd]);
  return { list, end, atEnd, toEnd };
}
