package dev.signalman.slack.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import dev.signalman.chat.MessengerException;
import dev.signalman.chat.People;
import dev.signalman.chat.Workspace;
import dev.signalman.domain.Person;
import dev.signalman.domain.Person.Standing;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import okhttp3.FormBody;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks up people by {@code users.info} and {@code usergroups.users.list}. Answers are cached for a minute, names for
 * an hour, failures not at all.
 */
public final class SlackPeople implements People, Workspace {
    private static final Logger LOG = LoggerFactory.getLogger(SlackPeople.class);
    private static final FormBody NOTHING = new FormBody.Builder().build();

    private final SlackWebApi slack;
    private final UserGroups userGroups;
    private final Cache<String, Person> people;
    private final Cache<String, Optional<Person>> byEmail;
    private final Cache<String, String> called;
    private final Cache<String, Set<String>> groups;
    private final Cache<String, Map<String, String>> names;
    private volatile @Nullable InstalledWorkspace installedWorkspace;

    @Inject
    public SlackPeople(SlackWebApi slack, InstantSource clock) {
        this.slack = slack;
        this.userGroups = new UserGroups(slack);
        this.people = SlackCaches.forAMinute(clock);
        this.byEmail = SlackCaches.forAMinute(clock);
        this.called = SlackCaches.forAnHour(clock);
        this.groups = SlackCaches.forAMinute(clock);
        this.names = SlackCaches.forAMinute(clock);
    }

    @Override
    public Person find(String userId) {
        try {
            return people.get(userId, this::ask);
        } catch (MessengerException unknown) {
            LOG.warn("Slack didn't return a person, who can do nothing until it does: {}", unknown.getMessage());
            return new Person(userId, userId, "", Standing.UNKNOWN);
        }
    }

    @Override
    public Optional<Person> withEmail(String email) {
        return byEmail.get(email, this::askByEmail);
    }

    @Override
    public boolean inGroup(String userId, String groupId) {
        return groups.get(groupId, this::members).contains(userId);
    }

    @Override
    public void forget() {
        people.invalidateAll();
        groups.invalidateAll();
    }

    @Override
    public String nameOf(String id) {
        return id.startsWith("S") ? nameOfGroup(id) : nameOfPerson(id);
    }

    private String nameOfPerson(String userId) {
        var known = called.getIfPresent(userId);
        if (known != null) {
            return known;
        }
        var person = find(userId);
        if (person.standing() != Standing.UNKNOWN) {
            called.put(userId, person.name());
        }
        return person.name();
    }

    private String nameOfGroup(String groupId) {
        try {
            return names.get("all", all -> handles()).getOrDefault(groupId, groupId);
        } catch (MessengerException unknown) {
            LOG.warn("Slack didn't return the user groups, so they are shown by id: {}", unknown.getMessage());
            return groupId;
        }
    }

    private Map<String, String> handles() {
        var handles = new HashMap<String, String>();
        userGroups.all(group -> {
            var handle = group.path("handle").asText("").strip();
            if (!handle.isEmpty()) {
                handles.put(group.path("id").asText(), handle);
            }
        });
        return handles;
    }

    @Override
    public String id() {
        return home().id();
    }

    private Person ask(String userId) {
        var form = new FormBody.Builder().add("user", userId).build();
        var user = slack.call(SlackMethod.DESCRIBE_PERSON, form).path("user");
        if (!user.path("id").asText("").equals(userId)) {
            throw new MessengerException(MessengerException.Kind.REFUSED, "users.info answered without the user");
        }
        return person(user);
    }

    private Optional<Person> askByEmail(String email) {
        var form = new FormBody.Builder().add("email", email).build();
        try {
            return Optional.of(
                    person(slack.call(SlackMethod.FIND_BY_EMAIL, form).path("user")));
        } catch (MessengerException refused) {
            if (refused.kind() == MessengerException.Kind.NOBODY) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private Person person(JsonNode user) {
        var userId = user.path("id").asText("");
        if (userId.isEmpty() || user.path("team_id").asText("").isEmpty()) {
            throw new MessengerException(MessengerException.Kind.REFUSED, "Slack answered without the user");
        }
        var profile = user.path("profile");
        return new Person(
                userId, name(user, profile, userId), profile.path("email").asText(""), standing(user), zone(user));
    }

    private static @Nullable ZoneId zone(JsonNode user) {
        try {
            return user.hasNonNull("tz") ? ZoneId.of(user.path("tz").asText()) : null;
        } catch (DateTimeException unknown) {
            LOG.info("Slack named a time zone that Java doesn't know: {}", unknown.getMessage());
            return null;
        }
    }

    private Standing standing(JsonNode user) {
        if (is(user, "deleted")) {
            return Standing.DEACTIVATED;
        }
        if (is(user, "is_bot")
                || is(user, "is_workflow_bot")
                || user.path("id").asText().equals("USLACKBOT")) {
            return Standing.BOT;
        }
        if (is(user, "is_stranger") || !home().houses(user)) {
            return Standing.STRANGER;
        }
        return is(user, "is_restricted") || is(user, "is_ultra_restricted") ? Standing.GUEST : Standing.MEMBER;
    }

    private InstalledWorkspace home() {
        var known = installedWorkspace;
        if (known == null) {
            var answer = slack.call(SlackMethod.WHO_AM_I, NOTHING);
            boolean everywhere = is(answer, "is_enterprise_install");
            known = new InstalledWorkspace(
                    everywhere ? null : textOrNull(answer, "team_id"), textOrNull(answer, "enterprise_id"));
            installedWorkspace = known;
        }
        return known;
    }

    private Set<String> members(String groupId) {
        return userGroups.members(groupId);
    }

    private static String name(JsonNode user, JsonNode profile, String otherwise) {
        return Stream.of(
                        profile.path("display_name"),
                        profile.path("real_name"),
                        user.path("real_name"),
                        user.path("name"))
                .map(each -> each.asText("").strip())
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse(otherwise);
    }

    private static @Nullable String textOrNull(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.path(field).asText() : null;
    }

    private static boolean is(JsonNode user, String flag) {
        return user.path(flag).asBoolean(false);
    }
}
