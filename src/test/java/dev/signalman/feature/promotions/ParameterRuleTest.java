package dev.signalman.feature.promotions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.ruling.Judgement;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.Policy.Parameter;
import dev.signalman.ruling.SampleWishes;
import dev.signalman.ruling.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParameterRuleTest {
    private static final Policy VERSION = policy(new Parameter("VERSION", true, List.of("v1", "v2"), "the release"));
    private static final Policy NARROWER = policy(new Parameter("VERSION", false, List.of("v2"), ""));
    private static final Policy SILENT = Policy.of("production", List.of(), List.of(), null);
    private static final Policy NONE = Policy.of("production", List.of(), List.of(), List.of());

    private final ParameterRule rule = new ParameterRule();

    private static Policy policy(Parameter parameter) {
        return Policy.of("production", List.of(), List.of(), List.of(parameter));
    }

    private List<Judgement> judge(Map<String, String> given, Policy... policies) {
        var wish = SampleWishes.production(given, policies);
        return rule.judge(wish, rule.gather(wish));
    }

    @Test
    void whereNoPolicySpeaksOfParametersAnyAreLetThrough() {
        assertThat(judge(Map.of("ANY", "thing"), SILENT)).allMatch(Judgement::met);
        assertThat(judge(Map.of("ANY", "thing"))).allMatch(Judgement::met);
    }

    @Test
    void whereAPolicySaysThatNoneAreTakenNoneAre() {
        assertThat(judge(Map.of(), NONE)).allMatch(Judgement::met);
        assertThat(judge(Map.of("ANY", "thing"), NONE))
                .extracting(Judgement::spoken)
                .containsExactly("production has no parameter ANY. It has none.");
    }

    @Test
    void aMissingOneCouldBeAskedForInAForm() {
        assertThat(judge(Map.of(), VERSION)).extracting(Judgement::verdict).containsExactly(Verdict.FORM);
        assertThat(judge(Map.of(), VERSION))
                .extracting(Judgement::spoken)
                .containsExactly("production needs a value for VERSION (the release). Add VERSION=v1.");
    }

    @Test
    void aValueIsOneOfTheOptionsOfEveryPolicyThatNamesIt() {
        assertThat(judge(Map.of("VERSION", "v1"), VERSION))
                .extracting(Judgement::spoken)
                .containsExactly("Parameters: VERSION=v1 is one of v1, v2");
        assertThat(judge(Map.of("VERSION", "v1"), VERSION, NARROWER))
                .extracting(Judgement::spoken)
                .containsExactly("VERSION can't be \"v1\". Use v2.");
        assertThat(judge(Map.of("VERSION", "v2"), VERSION, NARROWER)).allMatch(Judgement::met);
    }
}
