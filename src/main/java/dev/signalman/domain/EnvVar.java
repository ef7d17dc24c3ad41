package dev.signalman.domain;

/** A name and a value that a pipeline or job is given. */
public record EnvVar(String name, String value) {}
