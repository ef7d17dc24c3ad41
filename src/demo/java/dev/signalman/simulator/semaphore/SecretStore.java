package dev.signalman.simulator.semaphore;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The secrets of an organization, by name. */
public final class SecretStore {
    private static final Pattern NAME = Pattern.compile("[@: -._a-zA-Z0-9]+");
    private static final Pattern VARIABLE = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

    private final Map<String, StoredSecret> secrets = new LinkedHashMap<>();

    /** In order of creation. */
    public List<StoredSecret> all() {
        return List.copyOf(secrets.values());
    }

    public Optional<StoredSecret> named(String name) {
        return Optional.ofNullable(secrets.get(name));
    }

    /**
     * Adds a secret.
     *
     * @throws SemaphoreRefusal when a name is taken or invalid
     */
    public StoredSecret add(String id, String name, Map<String, String> variables, boolean closed, Instant now) {
        if (secrets.containsKey(name)) {
            throw SemaphoreRefusal.invalid("name has already been taken");
        }
        if (!NAME.matcher(name).matches()) {
            throw SemaphoreRefusal.invalid(
                    "name can only include alpha-numeric characters, dashes, underscores and dots");
        }
        if (SeededIds.isUuid(name)) {
            throw SemaphoreRefusal.invalid("name should not be in uuid format");
        }
        if (variables.keySet().stream()
                .anyMatch(variable -> !VARIABLE.matcher(variable).matches())) {
            throw SemaphoreRefusal.invalid("name of enviorment variable is invalid");
        }
        var secret = new StoredSecret(id, name, variables, closed, now);
        secrets.put(name, secret);
        return secret;
    }

    /** Deletes a secret; returns whether it existed. */
    public boolean delete(String name) {
        return secrets.remove(name) != null;
    }
}
