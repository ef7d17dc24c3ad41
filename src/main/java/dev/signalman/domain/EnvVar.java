package dev.signalman.domain;

/** An environment variable of a pipeline or job. */
public record EnvVar(String name, String value) {}
