package dev.signalman.feature.access;

import dev.signalman.chat.People;
import dev.signalman.command.Refusal;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Person.Standing;
import jakarta.inject.Inject;

/** Judges a person's rights by their standing in the workspace, as Slack's API tells it and never the payload. */
final class WorkspaceStanding {
    private final People people;

    @Inject
    WorkspaceStanding(People people) {
        this.people = people;
    }

    /** Admits full members. */
    void admitToAct(Actor actor) {
        var standing = people.find(actor.userId()).standing();
        if (standing != Standing.MEMBER) {
            throw new Refusal(
                    switch (standing) {
                        case GUEST ->
                            "You are a guest of this workspace. Guests may ask, but not change anything: ask a full member to do it.";
                        default -> unwelcome(standing);
                    });
        }
    }

    /** Admits full members and guests. */
    void admitToAsk(Actor actor) {
        var standing = people.find(actor.userId()).standing();
        if (standing != Standing.MEMBER && standing != Standing.GUEST) {
            throw new Refusal(unwelcome(standing));
        }
    }

    private static String unwelcome(Standing standing) {
        return switch (standing) {
            case STRANGER ->
                "You belong to another organisation. Only people of this workspace may use me: ask one of them.";
            case BOT -> "You are a bot, and I take orders from people only: have one of them ask.";
            case DEACTIVATED ->
                "Your account is deactivated in this workspace, and I do nothing for it: somebody else must ask.";
            default ->
                "Slack cannot tell me who you are, and until it can, I do nothing for you. Try again in a while.";
        };
    }
}
