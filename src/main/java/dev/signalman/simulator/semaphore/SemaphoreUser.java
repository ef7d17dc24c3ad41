package dev.signalman.simulator.semaphore;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A person or service account of the organisation; admin everywhere until told otherwise. */
public final class SemaphoreUser {
    private final String id;
    private final String login;
    private volatile String token;
    private volatile String name;
    private volatile boolean serviceAccount;
    private volatile boolean active = true;
    private final Map<String, Role> roles = new ConcurrentHashMap<>();
    private volatile Role elsewhere = Role.ADMIN;
    private volatile boolean managesAgents = true;

    SemaphoreUser(String id, String login, String token) {
        this.id = id;
        this.login = login;
        this.token = token;
        this.name = login;
    }

    /** Is called so in Semaphore, whatever the login at the git host is. */
    public SemaphoreUser named(String other) {
        name = other;
        return this;
    }

    /** Is nobody's, so that it is missing among the members. */
    public SemaphoreUser asServiceAccount() {
        serviceAccount = true;
        return this;
    }

    /** What it is called in Semaphore, the login when nobody said otherwise. */
    public String name() {
        return name;
    }

    public boolean isServiceAccount() {
        return serviceAccount;
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

    /** Takes another token, which the page of the account shows once; the one of before is good no more. */
    public String resetsToken() {
        var number = token.replaceFirst("^.*-reset-", "");
        token = token.replaceFirst("-reset-.*$", "") + "-reset-"
                + (number.equals(token) ? 1 : Integer.parseInt(number) + 1);
        return token;
    }

    /** The account is closed: its token is good no more. */
    public void leaves() {
        active = false;
    }

    /** Whether the account still belongs to the organisation. */
    boolean isMember() {
        return active;
    }

    /** Whether calls with this token come from this user. */
    boolean owns(String asked) {
        return active && token.equals(asked);
    }

    /** Has {@code role} in every project that is not named by {@link #is(Role, String)}. */
    public SemaphoreUser isEverywhere(Role role) {
        elsewhere = role;
        return this;
    }

    /** Has {@code role} in one project. */
    public SemaphoreUser is(Role role, String project) {
        roles.put(project, role);
        return this;
    }

    /** May not see or change agent types. */
    public SemaphoreUser withoutAgents() {
        managesAgents = false;
        return this;
    }

    /** Whether this user may do so in {@code project}. */
    public boolean may(Permission permission, SimulatedProject project) {
        return permission.heldBy(roles.getOrDefault(project.name(), elsewhere));
    }

    public boolean managesAgents() {
        return managesAgents;
    }

    @Override
    public String toString() {
        return login;
    }
}
