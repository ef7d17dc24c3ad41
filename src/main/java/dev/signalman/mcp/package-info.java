/**
 * The server of the Model Context Protocol (MCP) for agents. It proves who asks, turns tool calls into commands, which take
 * the one path, and holds calls until they are answered.
 */
@NullMarked
package dev.signalman.mcp;

import org.jspecify.annotations.NullMarked;
