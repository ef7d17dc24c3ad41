/**
 * The agents' door: the Model Context Protocol over HTTP. It proves who asks, turns tool calls into commands, which take
 * the one path, and holds calls until they are answered.
 */
@NullMarked
package dev.signalman.mcp;

import org.jspecify.annotations.NullMarked;
