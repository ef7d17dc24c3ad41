package dev.signalman.simulator.semaphore;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A person or service account of the organization; admin everywhere by default. */
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
    private volatile boolean managesNotifications = true;
    private volatile boolean managesSecrets = true;
    private volatile boolean managesSecretPolicies = true;

    SemaphoreUser(String id, String login, String token) {
        this.id = id;
        this.login = login;
        this.token = token;
        this.name = login;
    }

    /** Sets the display name, whatever the login at the git host. */
    public SemaphoreUser named(String other) {
        name = other;
        return this;
    }

    /** Makes it a service account, which is not listed among members. */
    public SemaphoreUser asServiceAccount() {
        serviceAccount = true;
        return this;
    }

    /** The display name, by default the login. */
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

    /** Resets the token and returns the new one; the old one is invalid. */
    public String resetsToken() {
        var number = token.replaceFirst("^.*-reset-", "");
        token = token.replaceFirst("-reset-.*$", "") + "-reset-"
                + (number.equals(token) ? 1 : Integer.parseInt(number) + 1);
        return token;
    }

    /** Closes the account; its token is invalid. */
    public void leaves() {
        active = false;
    }

    /** Whether the account still belongs to the organization. */
    boolean isMember() {
        return active;
    }

    /** Whether calls with this token come from this user. */
    boolean owns(String asked) {
        return active && token.equals(asked);
    }

    /** Sets the role in projects not named by {@link #is(Role, String)}. */
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

    /** May not see or change notifications. */
    public SemaphoreUser withoutNotifications() {
        managesNotifications = false;
        return this;
    }

    /** May not see or change secrets. */
    public SemaphoreUser withoutSecrets() {
        managesSecrets = false;
        return this;
    }

    /** May not say who uses a secret, as members of the organization may not. */
    public SemaphoreUser withoutSecretPolicies() {
        managesSecretPolicies = false;
        return this;
    }

    /** Whether this user may do so in {@code project}. */
    public boolean may(Permission permission, SimulatedProject project) {
        return permission.heldBy(roles.getOrDefault(project.name(), elsewhere));
    }

    public boolean managesAgents() {
        return managesAgents;
    }

    public boolean managesNotifications() {
        return managesNotifications;
    }

    public boolean managesSecrets() {
        return managesSecrets;
    }

    public boolean managesSecretPolicies() {
        return managesSecretPolicies;
    }

    @Override
    public String toString() {
        return login;
    }
}
