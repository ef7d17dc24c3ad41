package dev.signalman.domain;

/**
 * Somebody who may see a project.
 *
 * @param id of the Semaphore account
 * @param name the display name there; not unique, and not the login at the git host
 */
public record Member(String id, String name) {}
