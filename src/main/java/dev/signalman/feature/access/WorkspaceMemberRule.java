package dev.signalman.feature.access;

import dev.signalman.chat.People;
import dev.signalman.domain.Person;
import dev.signalman.domain.Person.Standing;
import dev.signalman.ruling.Judgement;
import dev.signalman.ruling.Rule;
import dev.signalman.ruling.RuleTopic;
import dev.signalman.ruling.Wish;
import jakarta.inject.Inject;
import java.util.List;

/** The requester is a full member of the workspace, when asking and when the promotion goes. */
final class WorkspaceMemberRule implements Rule<Person> {
    private final People people;

    @Inject
    WorkspaceMemberRule(People people) {
        this.people = people;
    }

    @Override
    public RuleTopic topic() {
        return RuleTopic.STANDING;
    }

    @Override
    public Person gather(Wish wish) {
        return people.find(wish.requester().userId());
    }

    @Override
    public List<Judgement> judge(Wish wish, Person person) {
        var name = wish.requester().name();
        if (person.standing() == Standing.UNKNOWN) {
            return List.of(Judgement.unknown(
                    topic(),
                    "Slack cannot tell me who " + name
                            + " is, and until it can, this does not go. Try again in a while."));
        }
        return List.of(
                person.fullMember()
                        ? Judgement.met(topic(), name + ", who asks, is a full member")
                        : Judgement.refused(
                                topic(),
                                name + ", who asks, " + what(person.standing())
                                        + ". Only full members may promote: one of them must ask."));
    }

    private static String what(Standing standing) {
        return switch (standing) {
            case GUEST -> "is a guest of this workspace";
            case STRANGER -> "belongs to another organisation";
            case BOT -> "is a bot";
            case DEACTIVATED -> "has a deactivated account";
            default -> "is not known";
        };
    }
}
