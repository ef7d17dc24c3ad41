package dev.signalman.app.config;

/**
 * The address that serves {@code /metrics} and {@code /health}, if it is not the one for Slack.
 *
 * @param address the address of an interface; {@code 0.0.0.0} for all
 * @param port the port; 0 for any free one
 */
public record AdminAddress(String address, int port) {}
