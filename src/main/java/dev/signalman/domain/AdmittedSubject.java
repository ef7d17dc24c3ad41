package dev.signalman.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whom a deployment target lets promote.
 *
 * @param type {@code ANY}, {@code AUTO}, {@code USER}, {@code ROLE} or {@code GROUP}, or another word of Semaphore
 * @param id of the user, role or group; empty for the others
 */
public record AdmittedSubject(String type, String id) {
    private static final Pattern WRITTEN = Pattern.compile(
            "(user|role):([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})", Pattern.CASE_INSENSITIVE);
    private static final Set<String> WITHOUT_ID = Set.of("ANY", "AUTO");

    /** Ids are compared without case, as Semaphore does. */
    public AdmittedSubject {
        id = WITHOUT_ID.contains(type) ? "" : id.toLowerCase(Locale.ROOT);
    }

    /** One account. */
    public static AdmittedSubject user(String id) {
        return new AdmittedSubject("USER", id);
    }

    /** Parses {@code user:ID} or {@code role:ID}; empty for anything else. */
    public static Optional<AdmittedSubject> parse(String text) {
        var matcher = WRITTEN.matcher(text);
        return matcher.matches()
                ? Optional.of(new AdmittedSubject(matcher.group(1).toUpperCase(Locale.ROOT), matcher.group(2)))
                : Optional.empty();
    }

    /** As {@link #parse} reads it. */
    public String written() {
        return type.toLowerCase(Locale.ROOT) + (id.isEmpty() ? "" : ":" + id);
    }

    /** The words that people read, such as {@code everyone} or {@code the account 3f2…}. */
    public String spoken() {
        return switch (type) {
            case "ANY" -> "everyone who may promote";
            case "AUTO" -> "automatic promotions";
            case "USER" -> "the account " + id;
            default -> "the " + type.toLowerCase(Locale.ROOT) + (id.isEmpty() ? "" : " " + id);
        };
    }
}
