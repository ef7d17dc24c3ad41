package dev.signalman.app.config;

/**
 * Where {@code /metrics} and {@code /health} are served, when that is not the port that Slack reaches.
 *
 * @param address the interface's, {@code 0.0.0.0} for all
 * @param port 0 for any free one
 */
public record AdminAddress(String address, int port) {}
