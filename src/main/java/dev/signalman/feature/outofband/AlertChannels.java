package dev.signalman.feature.outofband;

import dev.signalman.chat.Messenger;
import dev.signalman.chat.MessengerException;
import dev.signalman.port.PipelineCardLocations;
import dev.signalman.port.SubscribedChannels;
import dev.signalman.ruling.Policy;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Chooses the channels for an alert about a deploy past the rules: those that the rules name, else those that
 * subscribe to the project, else those with a card of either pipeline.
 */
final class AlertChannels {
    private final SubscribedChannels subscribed;
    private final PipelineCardLocations standing;
    private final Messenger messenger;

    @Inject
    AlertChannels(SubscribedChannels subscribed, PipelineCardLocations standing, Messenger messenger) {
        this.subscribed = subscribed;
        this.standing = standing;
        this.messenger = messenger;
    }

    /** The channels; empty if there is none to post in. */
    List<String> of(Bypass bypass) {
        return Stream.<List<String>>of(
                        named(bypass.policies()),
                        subscribed.hearing(bypass.project().id()),
                        Stream.concat(
                                        standing.channels(bypass.parent().id()).stream(),
                                        standing.channels(bypass.deploy().id()).stream())
                                .distinct()
                                .toList())
                .map(channels -> channels.stream().filter(this::open).toList())
                .filter(channels -> !channels.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> named(List<Policy> policies) {
        return policies.stream()
                .map(policy -> policy.approvals().channel())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private boolean open(String channel) {
        try {
            return messenger.reach(channel).mayPost();
        } catch (MessengerException silent) {
            return true; // assume so: the card is posted once Slack answers
        }
    }
}
