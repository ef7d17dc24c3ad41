package dev.signalman.feature;

import dev.signalman.chat.Messenger;
import dev.signalman.chat.MessengerException;
import dev.signalman.chat.People;
import dev.signalman.chat.RenderedCard;
import dev.signalman.domain.Person;
import dev.signalman.domain.Person.Standing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Slack as features see it: people, groups and channels. */
public final class SimulatedTeam implements People, Messenger {
    /** A user group about which Slack says nothing. */
    public static final String SILENT_GROUP = "S0SILENT";

    private final Map<String, Standing> standings = new HashMap<>();
    private final Set<String> memberships = new HashSet<>();
    private final Set<String> silent = new HashSet<>();
    private final Map<String, Reach> channels = new HashMap<>();

    private int lookUps;

    /** Sets a person's standing; by default everybody is a member. */
    public void is(String userId, Standing standing) {
        standings.put(userId, standing);
    }

    public void joins(String userId, String groupId) {
        memberships.add(userId + " in " + groupId);
    }

    /** Sets a channel; by default the bot may post and only this organization reads. */
    public void channel(String channel, boolean mayPost, boolean shared) {
        channels.put(channel, new Reach(mayPost, mayPost, shared));
    }

    /** Makes Slack say nothing about a channel. */
    public void silent(String channel) {
        silent.add(channel);
    }

    /** Removes the bot from a public channel. */
    public void left(String channel) {
        channels.put(channel, new Reach(true, false, false));
    }

    /** Number of lookups of people. */
    public int lookUps() {
        return lookUps;
    }

    @Override
    public Person find(String userId) {
        lookUps++;
        return new Person(userId, userId, "", standings.getOrDefault(userId, Standing.MEMBER));
    }

    /** Everybody's address is the id in lower case, at acme.example. */
    @Override
    public Optional<Person> withEmail(String email) {
        if (email.startsWith("silent@")) {
            throw new MessengerException(MessengerException.Kind.LIMITED, "ratelimited");
        }
        return email.endsWith("@acme.example")
                ? Optional.of(find(email.substring(0, email.indexOf('@')).toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }

    @Override
    public boolean inGroup(String userId, String groupId) {
        if (groupId.equals(SILENT_GROUP)) {
            throw new MessengerException(MessengerException.Kind.UNREACHABLE, "no answer");
        }
        return memberships.contains(userId + " in " + groupId);
    }

    @Override
    public void forget() {}

    @Override
    public String nameOf(String id) {
        return id.startsWith("S") ? id : find(id).name();
    }

    @Override
    public String channelName(String channel) {
        return "";
    }

    @Override
    public Reach reach(String channel) {
        if (channel.equals("C0SILENT") || silent.contains(channel)) {
            throw new MessengerException(MessengerException.Kind.UNREACHABLE, "no answer");
        }
        return channels.getOrDefault(channel, new Reach(true, true, false));
    }

    @Override
    public Posted post(String channel, @Nullable String thread, RenderedCard renderedCard) {
        throw new UnsupportedOperationException("features post nothing themselves");
    }

    @Override
    public void update(String channel, String timestamp, RenderedCard renderedCard) {
        throw new UnsupportedOperationException("features update nothing themselves");
    }

    @Override
    public void whisper(String channel, @Nullable String thread, String userId, RenderedCard renderedCard) {
        throw new UnsupportedOperationException("features whisper nothing themselves");
    }

    @Override
    public void respond(String responseUrl, RenderedCard renderedCard, boolean replace) {
        throw new UnsupportedOperationException("features answer nothing themselves");
    }
}
