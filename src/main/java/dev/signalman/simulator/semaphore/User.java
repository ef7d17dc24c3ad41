package dev.signalman.simulator.semaphore;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A person or service account of the organisation; admin everywhere until told otherwise. */
public final class User {
    private final String id;
    private final String login;
    private final String token;
    private final Map<String, Role> roles = new ConcurrentHashMap<>();
    private volatile Role elsewhere = Role.ADMIN;
    private volatile boolean managesAgents = true;

    User(String id, String login, String token) {
        this.id = id;
        this.login = login;
        this.token = token;
    }

    public String id() {
        return id;
    }

    /** The name at the git host. */
    public String login() {
        return login;
    }

    /** The one API token. */
    public String token() {
        return token;
    }

    /** Has {@code role} in every project that is not named by {@link #is(Role, String)}. */
    public User isEverywhere(Role role) {
        elsewhere = role;
        return this;
    }

    /** Has {@code role} in one project. */
    public User is(Role role, String project) {
        roles.put(project, role);
        return this;
    }

    /** May not see or change agent types. */
    public User withoutAgents() {
        managesAgents = false;
        return this;
    }

    /** Whether this user may do so in {@code project}. */
    public boolean may(Permission permission, SimulatedProject project) {
        return roles.getOrDefault(project.name(), elsewhere).grants(permission);
    }

    public boolean managesAgents() {
        return managesAgents;
    }

    @Override
    public String toString() {
        return login;
    }
}
