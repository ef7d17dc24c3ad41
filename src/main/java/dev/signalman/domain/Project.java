package dev.signalman.domain;

/**
 * A project that the token sees.
 *
 * @param repositoryUrl as configured, e.g. {@code git@github.com:acme/web.git}; may be empty
 * @param pipelineFile path of the pipeline that a push starts
 */
public record Project(String id, String name, String description, String repositoryUrl, String pipelineFile) {}
