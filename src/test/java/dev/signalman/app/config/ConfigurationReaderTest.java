package dev.signalman.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalman.domain.Freeze;
import dev.signalman.domain.PipelineEnding;
import dev.signalman.domain.RefPattern;
import dev.signalman.domain.SubscriptionFilter;
import dev.signalman.feature.subscriptions.FileSubscriptions.FileSubscription;
import dev.signalman.ruling.Policy;
import dev.signalman.semaphore.TokenChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A configuration is taken whole or not at all, and all that is wrong with it is told at once. */
class ConfigurationReaderTest {
    private static final Map<String, String> SOUND = Map.of(
            "SLACK_BOT_TOKEN", "xoxb-1234-secretpart",
            "SLACK_SIGNING_SECRET", "0123456789secretpart",
            "SEMAPHORE_URL", "https://acme.semaphoreci.com",
            "SEMAPHORE_API_TOKEN", "secretpart-of-semaphore");

    @TempDir
    private Path folder = Path.of("");

    private List<String> faults(Map<String, String> changes, String file) throws IOException {
        var environment = new HashMap<>(SOUND);
        environment.putAll(changes);
        Files.writeString(folder.resolve("signalman.yml"), file);
        var faulty = catchThrowableOfType(
                FaultyConfigurationException.class, () -> ConfigurationReader.read(environment, folder));
        assertThat(faulty).as("the refusal of the configuration").isNotNull();
        assertThat(faulty.getMessage()).doesNotContain("secretpart");
        return faulty.faults().stream().map(ConfigurationFault::toString).toList();
    }

    private Configuration sound(Map<String, String> environment) throws Exception {
        var configuration = ConfigurationReader.read(environment, folder);
        var file = folder.resolve("signalman.yml");
        SchemaAgreement.over(Files.exists(file) ? Files.readString(file) : "", List.of());
        return configuration;
    }

    @Test
    void itsOwnAddressIsOptionalAndSafe() throws Exception {
        assertThat(sound(SOUND).publicUrl()).isNull();
        var environment = new HashMap<>(SOUND);
        environment.put("PUBLIC_URL", "https://signalman.example.com");
        assertThat(sound(environment).publicUrl()).hasToString("https://signalman.example.com");
        assertThat(faults(Map.of("PUBLIC_URL", "http://signalman.example.com"), ""))
                .containsExactly(
                        "PUBLIC_URL: must start with https:// (http:// only for this machine), without user, ? or "
                                + "#, like https://signalman.example.com");
        assertThat(faults(Map.of(), "public_url: https://user:word@signalman.example.com"))
                .singleElement()
                .asString()
                .contains("must start with https://");
    }

    @Test
    void theExampleIsFaultlessAndMeansWhatItSays() throws Exception {
        Files.copy(Path.of("signalman.example.yml"), folder.resolve("signalman.yml"));
        var configuration = sound(SOUND);

        assertThat(configuration.projects().of("web").defaultBranch()).isEqualTo("main");
        assertThat(configuration.projects().of("web").promotions()).containsExactly("staging", "production");
        assertThat(configuration.pollInterval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(configuration.promotions().all()).hasSize(2);
        assertThat(configuration.subscriptions().all())
                .containsExactly(
                        new FileSubscription(
                                "C0BUILDS",
                                "web",
                                new SubscriptionFilter(
                                        new RefPattern("main"),
                                        Set.of(PipelineEnding.BROKEN, PipelineEnding.FIXED),
                                        ".semaphore/semaphore.yml",
                                        false,
                                        false,
                                        false)),
                        new FileSubscription(
                                "C0RELEASES",
                                "api",
                                new SubscriptionFilter(
                                        new RefPattern("/^release-[0-9]+$/"), Set.of(), null, false, true, true)));
        assertThat(configuration.toString()).doesNotContain("secretpart");
    }

    @Test
    void withoutAFileTheEnvironmentIsEnoughAndDefaultsHold() throws Exception {
        var configuration = sound(SOUND);

        assertThat(configuration.port()).isEqualTo(3000);
        assertThat(configuration.slack().apiUrl()).hasToString("https://slack.com/api/");
        assertThat(configuration.database().embedded()).isTrue();
    }

    @Test
    void keysAreTakenAndWrongOnesAreFaultsThatDoNotRepeatThem() throws Exception {
        var key = "a2V5LW9mLXRoaXJ0eS10d28tYnl0ZXMtc2VjcmV0ISE=";
        var environment = new HashMap<>(SOUND);
        assertThat(sound(environment).keyring().all()).isEmpty();
        environment.put("SIGNALMAN_ENCRYPTION_KEY", key);
        environment.put("SIGNALMAN_OLD_ENCRYPTION_KEYS", key + ", " + key.replace('a', 'b') + "\n");
        var keyring = sound(environment).keyring();
        assertThat(keyring.current()).isNotNull();
        assertThat(keyring.old()).hasSize(2);

        var right = "must be 32 random bytes in base64, as \"openssl rand -base64 32\" prints them";
        assertThat(faults(
                        Map.of(
                                "SIGNALMAN_ENCRYPTION_KEY",
                                "c2VjcmV0cGFydA==",
                                "SIGNALMAN_OLD_ENCRYPTION_KEYS",
                                key + ",secretpart"),
                        ""))
                .containsExactlyInAnyOrder(
                        "SIGNALMAN_ENCRYPTION_KEY: " + right,
                        "SIGNALMAN_OLD_ENCRYPTION_KEYS: " + right + "; separate several with commas");
        assertThat(faults(Map.of(), "encryption_key: secretpart\nold_encryption_keys: secretpart\n"))
                .hasSize(2)
                .allSatisfy(fault -> assertThat(fault)
                        .contains("is a secret; remove it from the file and set it in the environment"));
    }

    @Test
    void theEnvironmentWinsOverTheFile() throws Exception {
        Files.writeString(folder.resolve("signalman.yml"), "port: 4000\npoll_interval: PT7S\n");
        var environment = new HashMap<>(SOUND);
        environment.put("PORT", "5000");
        var configuration = sound(environment);

        assertThat(configuration.port()).isEqualTo(5000);
        assertThat(configuration.pollInterval()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void everyFaultIsToldAtOnceWithItsLine() throws IOException {
        var file = """
                colour: red
                slack_bot_token: xoxb-secretpart
                projects:
                  - {name: web, promotions: {a: b}}
                  - {name: web}
                  - {default_branch: main}
                access:
                  agents: [PLATFORM]
                  fly: [S0PLATFORM]
                  stop: []
                promotions:
                  - {name: production, approvals: 2}
                  - {name: x, parameters: [{name: 1st}, {name: OK, required: perhaps}]}
                poll_interval: often
                """;

        assertThat(faults(Map.of("SLACK_APP_TOKEN", "xoxb-secretpart", "PORT", "many"), file))
                .anyMatch(each -> each.startsWith("signalman.yml, line 1, colour: isn't a known key"))
                .anyMatch(each -> each.startsWith("signalman.yml, line 2, slack_bot_token: is a secret"))
                .anyMatch(each -> each.startsWith("signalman.yml, line 4, projects[0].promotions: must be a list"))
                .anyMatch(each -> each.startsWith(
                        "signalman.yml, line 5, projects[1].name: names web twice; keep one entry per project"))
                .anyMatch(each -> each.contains("projects[2].name: is missing"))
                .anyMatch(each -> each.startsWith(
                        "signalman.yml, line 8, access.agents: \"PLATFORM\" isn't a Slack id; use a user group (S…), "
                                + "a person (U… or W…), or everyone"))
                .anyMatch(each -> each.startsWith("signalman.yml, line 9, access.fly: isn't a command;"))
                .anyMatch(
                        each -> each.startsWith("signalman.yml, line 10, access.stop: is empty, so nobody could do it"))
                .anyMatch(each -> each.startsWith(
                        "signalman.yml, line 12, promotions[0].approvals: is 2, but nobody can approve; list "
                                + "people or user groups under approvers"))
                .anyMatch(each -> each.contains("line 13, promotions[1].parameters[0].name: must be letters"))
                .anyMatch(each -> each.contains("line 13, promotions[1].parameters[1].required: must be true or false"))
                .anyMatch(
                        each -> each.startsWith("SIGNALMAN_POLL_INTERVAL: must be an ISO-8601 duration, such as PT5S"))
                .anyMatch(
                        each -> each.startsWith("SLACK_APP_TOKEN: is not an app-level token, which starts with xapp-"))
                .anyMatch(each -> each.startsWith("PORT: must be a number from 0 to 65535"))
                .hasSize(14);
    }

    @Test
    void aPromotionGoesWithTheTokenThatItsRuleNames() throws Exception {
        Files.writeString(folder.resolve("signalman.yml"), """
                promotions:
                  - {name: staging, as: person-or-service}
                  - {name: production, as: person}
                  - {name: canary, as: service}
                  - {name: docs}
                """);
        var environment = new HashMap<>(SOUND);
        environment.put("SIGNALMAN_ENCRYPTION_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        assertThat(sound(environment).promotions().all())
                .extracting(Policy::as)
                .containsExactly(
                        TokenChoice.PERSON_OR_SERVICE, TokenChoice.PERSON, TokenChoice.SERVICE, TokenChoice.SERVICE);
    }

    @Test
    void nobodysTokenCanBeAskedForWithoutAKeyAndNoOtherWordIsKnown() throws IOException {
        var file = """
                promotions:
                  - {name: production, as: person}
                  - {name: staging, as: me}
                """;
        assertThat(faults(Map.of(), file))
                .containsExactlyInAnyOrder(
                        "signalman.yml, line 2, promotions[0].as: needs people's own tokens, which can't be linked "
                                + "without SIGNALMAN_ENCRYPTION_KEY; set it, or use service",
                        "signalman.yml, line 3, promotions[1].as: must be service, person or person-or-service");
    }

    @Test
    void freezesAreReadWithTheirZones() throws Exception {
        Files.writeString(folder.resolve("signalman.yml"), """
                promotions:
                  - name: production
                    freeze:
                      - {cron: "0 0 16 * * FRI", for: PT64H, zone: Europe/Belgrade, reason: weekend}
                      - {cron: "0 0 12 * * SAT", for: PT2H, zone: UTC, server: true}
                """);
        var freezes = sound(SOUND).promotions().all().get(0).freezes();

        assertThat(freezes).extracting(Freeze::reason).containsExactly("weekend", "");
        assertThat(freezes).extracting(Freeze::server).containsExactly(false, true);
        assertThat(freezes.get(0).at(Instant.parse("2026-11-20T15:00:00Z")))
                .map(Freeze.Window::until)
                .contains(Instant.parse("2026-11-23T07:00:00Z"));
    }

    @Test
    void everyFaultOfAFreezeIsToldWithItsLine() throws IOException {
        var file = """
                promotions:
                  - name: production
                    freeze:
                      - {cron: "0 16 * * FRI", for: PT64H, zone: UTC}
                      - {cron: "0 0 16 * * FRI", for: 64h, zone: UTC}
                      - {cron: "0 0 16 * * FRI", for: PT64H, zone: Europe/Belgrad}
                      - {cron: "0 0 16 * * FRI", for: PT0S, zone: UTC}
                      - {cron: "0 0 0 30 2 *", for: PT64H, zone: UTC}
                      - {for: PT64H, zone: UTC, until: monday, server: perhaps}
                  - {name: staging, freeze: []}
                """;

        assertThat(faults(Map.of(), file))
                .anyMatch(
                        each -> each.startsWith(
                                "signalman.yml, line 4, promotions[0].freeze[0].cron: \"0 16 * * FRI\" isn't a cron "
                                        + "expression of six fields (second minute hour day month weekday), such as \"0 0 16 * * FRI\""))
                .anyMatch(
                        each -> each.startsWith(
                                "signalman.yml, line 5, promotions[0].freeze[1].for: must be an ISO-8601 duration, such as PT64H"))
                .anyMatch(each -> each.startsWith(
                        "signalman.yml, line 6, promotions[0].freeze[2].zone: \"Europe/Belgrad\" isn't a time zone; "
                                + "use one such as Europe/Belgrade or UTC"))
                .anyMatch(
                        each -> each.startsWith("signalman.yml, line 7, promotions[0].freeze[3].for: must be at least"))
                .anyMatch(each -> each.startsWith(
                        "signalman.yml, line 8, promotions[0].freeze[4].cron: \"0 0 0 30 2 *\" names a day that "
                                + "never occurs"))
                .anyMatch(each -> each.contains("promotions[0].freeze[5].cron: is missing"))
                .anyMatch(each ->
                        each.startsWith("signalman.yml, line 9, promotions[0].freeze[5].until: isn't a known key"))
                .anyMatch(each -> each.startsWith("signalman.yml, line 9, promotions[0].freeze[5].server: "))
                .anyMatch(each -> each.startsWith(
                        "signalman.yml, line 10, promotions[1].freeze: is empty; list times, such as [{cron: \"0 0 "
                                + "16 * * FRI\", for: PT64H, zone: UTC}]"))
                .hasSize(9);
    }

    @Test
    void withAnAppTokenTheSigningSecretMayBeMissingButNotMisshapen() throws Exception {
        var environment = new HashMap<>(SOUND);
        environment.put("SLACK_APP_TOKEN", "xapp-1-secretpart");
        assertThat(sound(environment).slack().signingSecret()).isNotNull();
        environment.remove("SLACK_SIGNING_SECRET");
        var slack = sound(environment).slack();
        assertThat(slack.signingSecret()).isNull();
        assertThat(slack.appToken()).isEqualTo("xapp-1-secretpart");
        assertThat(slack.toString()).doesNotContain("secretpart");
        assertThat(faults(Map.of("SLACK_APP_TOKEN", "xapp-1-secretpart", "SLACK_SIGNING_SECRET", "short"), ""))
                .containsExactly("SLACK_SIGNING_SECRET: is not the app's signing secret");
    }

    @Test
    void everyFaultOfASubscriptionIsToldInItsPlace() throws IOException {
        var file = """
                subscriptions:
                  - {channel: "#builds", project: web, colour: red}
                  - {channel: C0BUILDS, branch: /(/}
                  - {channel: C0BUILDS, project: web, result: [broken, brokn], mode: often, threads: perhaps}
                  - {channel: C0BUILDS, project: api, branch: "/(a{99}){99}/", result: []}
                  - {channel: C0BUILDS, project: web, result: broken, threads: false}
                  - {channel: C0BUILDS, project: web, result: broken, mode: live}
                """;

        assertThat(faults(Map.of(), file))
                .anyMatch(each ->
                        each.startsWith("signalman.yml, line 2, subscriptions[0].channel: must be the channel's id"))
                .anyMatch(each -> each.startsWith(
                        "signalman.yml, line 2, subscriptions[0].colour: isn't a known key here; known are"))
                .anyMatch(each -> each.contains("subscriptions[1].project: is missing"))
                .anyMatch(
                        each -> each.contains("line 3, subscriptions[1].branch: isn't a supported regular expression"))
                .anyMatch(each ->
                        each.contains("line 4, subscriptions[2].result: \"brokn\" isn't a result; known are passed,"))
                .anyMatch(each -> each.contains("line 4, subscriptions[2].mode: must be live or done"))
                .anyMatch(each -> each.contains("line 4, subscriptions[2].threads: must be on or off"))
                .anyMatch(each -> each.contains("line 5, subscriptions[3].branch: repeats too much"))
                .anyMatch(each -> each.contains("line 5, subscriptions[3].result: is empty"))
                .anyMatch(each ->
                        each.contains("line 6, subscriptions[4].channel: has the same subscription twice; keep one"))
                .anyMatch(each ->
                        each.contains("line 7, subscriptions[5].channel: has the same subscription twice; keep one"))
                .hasSize(11);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SLACK_BOT_TOKEN | '' | is not set",
                "SLACK_BOT_TOKEN | xoxp-secretpart | is not the bot token, which starts with xoxb-",
                "SLACK_SIGNING_SECRET | '' | is not set",
                "SLACK_SIGNING_SECRET | short | is not the app's signing secret",
                "SEMAPHORE_API_TOKEN | '' | is not set",
                "SEMAPHORE_API_TOKEN | two secretpart | is not the service token",
                "SEMAPHORE_URL | '' | is not set; set an address such as https://acme.semaphoreci.com",
                "SEMAPHORE_URL | http://acme.semaphoreci.com | must start with https://",
                "SEMAPHORE_URL | https://me:secretpart@acme.semaphoreci.com | without user",
                "SEMAPHORE_URL | acme | must start with https://",
                "SEMAPHORE_URL | https://a b | isn't an address; use one like",
                "SLACK_API_URL | http://slack.com/api/ | must start with https://",
                "DATABASE_URL | mysql://root:secretpart@db/x | must be jdbc:postgresql://",
                "PORT | 70000 | must be a number from 0 to 65535",
                "SIGNALMAN_POLL_INTERVAL | 5s | must be an ISO-8601 duration, such as PT5S",
                "SIGNALMAN_POLL_INTERVAL | PT0.1S | must be at least PT1S",
                "SIGNALMAN_CONFIG | elsewhere.yml | can't find file"
            })
    void aWrongVariableIsNamedAndNeverRepeated(String variable, String value, String words) throws IOException {
        assertThat(faults(Map.of(variable, value), ""))
                .singleElement()
                .satisfies(
                        fault -> assertThat(fault).startsWith(variable + ": ").contains(words));
    }

    @Test
    void thisVeryMachineMayBeReachedWithoutTls() throws Exception {
        var environment = new HashMap<>(SOUND);
        environment.put("SEMAPHORE_URL", "http://127.0.0.1:4000");
        environment.put("SLACK_API_URL", "http://localhost:4001/api/");

        assertThat(sound(environment).semaphore()).hasPort(4000);
    }

    @ParameterizedTest
    @CsvSource({
        "'port: [1', line 1, isn't valid YAML",
        "'port: 1\nport: 2', line 2, is there twice; keep one",
        "'- a\n- b', signalman.yml, must hold keys and values",
        "'projects: web', line 1, must be a list",
        "'access: everyone', line 1, must hold keys and values",
        "'projects: [web]', line 1, 'must hold keys and values, such as {name: web}'"
    })
    void aFileThatIsNoneIsToldWithItsLine(String file, String place, String words) throws IOException {
        assertThat(faults(Map.of(), file))
                .singleElement()
                .satisfies(fault -> assertThat(fault).contains(place, words));
    }
}
