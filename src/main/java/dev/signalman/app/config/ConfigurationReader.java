package dev.signalman.app.config;

import dev.signalman.command.Grammar;
import dev.signalman.gate.GateSecret;
import dev.signalman.semaphore.Credential;
import dev.signalman.slack.SlackSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the configuration and reports all its faults at once. It accesses nothing but the environment and the file. */
public final class ConfigurationReader {
    private static final String DEFAULT_FILE = "signalman.yml";
    private static final String SLACK_API = "https://slack.com/api/";
    private static final int NO_PORT = -1;

    /** Any address: no rule depends on it. */
    private static final URI ANYWHERE = URI.create("https://acme.semaphoreci.com");

    private ConfigurationReader() {}

    /**
     * Reads the configuration at the start.
     *
     * @param environment the variables by name
     * @param directory the directory to which the file's path is relative
     * @throws FaultyConfigurationException with every fault
     */
    public static Configuration read(Map<String, String> environment, Path directory)
            throws FaultyConfigurationException {
        List<ConfigurationFault> faults = new ArrayList<>();
        var named = environment.getOrDefault("SIGNALMAN_CONFIG", "");
        return read(environment, ConfigFile.read(path(named, directory), !named.isBlank(), faults), faults);
    }

    /**
     * Reads the configuration while the bot runs. A missing or empty file is a fault: the file may be in the middle of
     * a write or a move, and all rules would be lost.
     *
     * @throws FaultyConfigurationException with every fault
     */
    public static Configuration again(Map<String, String> environment, Path directory)
            throws FaultyConfigurationException {
        List<ConfigurationFault> faults = new ArrayList<>();
        var path = path(environment.getOrDefault("SIGNALMAN_CONFIG", ""), directory);
        var name = path.getFileName().toString();
        if (!Files.exists(path)) {
            throw new FaultyConfigurationException(
                    List.of(new ConfigurationFault(name, "is missing; put it back (" + path.toAbsolutePath() + ")")));
        }
        var file = ConfigFile.read(path, true, faults);
        if (file.root() == null && faults.isEmpty()) {
            faults.add(new ConfigurationFault(
                    name, "is empty, which would remove every rule; if you mean that, write \"promotions: []\""));
        }
        return read(environment, file, faults);
    }

    /**
     * Reads only what promotions are judged by, which needs no token. People are taken to be able to link theirs.
     *
     * @param path of the file, which must exist
     * @throws FaultyConfigurationException with every fault
     */
    public static RulesFile rules(Path path) throws FaultyConfigurationException {
        List<ConfigurationFault> faults = new ArrayList<>();
        if (!Files.exists(path)) {
            throw new FaultyConfigurationException(List.of(new ConfigurationFault(
                    path.toString(),
                    "can't find this file; name the one with the rules by --config or SIGNALMAN_CONFIG")));
        }
        var file = ConfigFile.read(path, true, faults).root();
        var sections = new ConfigFileSections(file, new Grammar(ANYWHERE));
        var rules = new RulesFile(sections.projects(), sections.access(), sections.promotions(true));
        if (!faults.isEmpty()) {
            throw new FaultyConfigurationException(faults);
        }
        return rules;
    }

    /**
     * Reads what is needed to ask Slack; null without a bot token.
     *
     * @throws FaultyConfigurationException with every fault
     */
    public static @Nullable SlackSettings slackIfSet(Map<String, String> environment)
            throws FaultyConfigurationException {
        List<ConfigurationFault> faults = new ArrayList<>();
        var settingReader = new SettingReader(environment, null, faults);
        var token = settingReader.secret("SLACK_BOT_TOKEN", "the bot token, which starts with xoxb-", "xoxb-.+");
        var api = settingReader.address("SLACK_API_URL", SLACK_API);
        if (!faults.isEmpty()) {
            throw new FaultyConfigurationException(faults);
        }
        return token == null ? null : new SlackSettings(token, null, null, api);
    }

    /** The file that {@code SIGNALMAN_CONFIG} names, or the default one. */
    public static Path file(Map<String, String> environment) {
        return path(environment.getOrDefault("SIGNALMAN_CONFIG", ""), Path.of(""));
    }

    private static Path path(String named, Path directory) {
        return directory.resolve(named.isBlank() ? DEFAULT_FILE : named);
    }

    private static Configuration read(Map<String, String> environment, ConfigFile file, List<ConfigurationFault> faults)
            throws FaultyConfigurationException {
        var settingReader = new SettingReader(environment, file.root(), faults);
        var configuration = read(settingReader, file.root(), file.hash());
        if (!faults.isEmpty()) {
            throw new FaultyConfigurationException(faults);
        }
        return configuration;
    }

    /**
     * Reads only the settings of the ledger, so that verifying it does not need the bot's tokens.
     *
     * @throws FaultyConfigurationException with every fault
     */
    public static LedgerSettings ledger(Map<String, String> environment) throws FaultyConfigurationException {
        List<ConfigurationFault> faults = new ArrayList<>();
        var settingReader = new SettingReader(environment, null, faults);
        var ledger = new LedgerSettings(settingReader.database("DATABASE_URL"), settingReader.keyring());
        if (!faults.isEmpty()) {
            throw new FaultyConfigurationException(faults);
        }
        return ledger;
    }

    private static Configuration read(SettingReader settingReader, @Nullable FileMapping file, String hash) {
        var semaphore = settingReader.requiredAddress("SEMAPHORE_URL", "https://acme.semaphoreci.com");
        var keyring = settingReader.keyring();
        var sections = new ConfigFileSections(file, new Grammar(semaphore));
        return new Configuration(
                settingReader.number("PORT", 3000, 0, 65_535),
                slack(settingReader),
                semaphore,
                new Credential(settingReader.requiredSecret("SEMAPHORE_API_TOKEN", "the service token", "\\S+")),
                settingReader.database("DATABASE_URL"),
                settingReader.duration("SIGNALMAN_POLL_INTERVAL", Duration.ofSeconds(5)),
                sections.projects(),
                sections.access(),
                sections.promotions(keyring.current() != null),
                SubscriptionSection.read(file),
                settingReader.secret("SEMAPHORE_WEBHOOK_SECRET"),
                gateSecret(settingReader),
                keyring,
                settingReader.optionalAddress("PUBLIC_URL", "https://signalman.example.com"),
                admin(settingReader),
                hash);
    }

    private static @Nullable GateSecret gateSecret(SettingReader settingReader) {
        var value = settingReader.secret("SIGNALMAN_GATE_SECRET", "a secret of at least 16 characters", ".{16,}");
        return value == null || value.length() < 16 ? null : new GateSecret(value);
    }

    private static @Nullable AdminAddress admin(SettingReader settingReader) {
        var address = settingReader.interfaceAddress("ADMIN_ADDRESS", "127.0.0.1");
        int port = settingReader.number("ADMIN_PORT", NO_PORT, 0, 65_535);
        return port == NO_PORT ? null : new AdminAddress(address, port);
    }

    private static SlackSettings slack(SettingReader settingReader) {
        var botToken =
                settingReader.requiredSecret("SLACK_BOT_TOKEN", "the bot token, which starts with xoxb-", "xoxb-.+");
        var appToken =
                settingReader.secret("SLACK_APP_TOKEN", "an app-level token, which starts with xapp-", "xapp-\\S+");
        var what = "the app's signing secret";
        var signingSecret = appToken == null
                ? settingReader.requiredSecret(
                        "SLACK_SIGNING_SECRET", what + ", or set SLACK_APP_TOKEN instead", "\\S{8,}")
                : settingReader.secret("SLACK_SIGNING_SECRET", what, "\\S{8,}");
        return new SlackSettings(botToken, signingSecret, appToken, settingReader.address("SLACK_API_URL", SLACK_API));
    }
}
