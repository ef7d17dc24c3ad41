package dev.signalman.domain;

/**
 * Somebody who may see a project.
 *
 * @param id of the account in Semaphore
 * @param name as they call themselves there, which is not unique and not the login at the git host
 */
public record Member(String id, String name) {}
