package dev.signalman.simulator.slack;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The workspace and its installed app.
 *
 * @param enterpriseId null outside Enterprise Grid
 * @param botUserId the bot's user id
 * @param commands the app's slash commands, with the slash
 * @param scopes the bot token's scopes
 * @param sockets the app-level token, and whether Slack delivers over sockets instead of HTTP
 * @param surfaces the app's UI features
 */
public record AppInstallation(
        String teamId,
        String teamDomain,
        @Nullable String enterpriseId,
        String appId,
        String botUserId,
        String botId,
        String botName,
        String botToken,
        String signingSecret,
        Set<String> commands,
        Set<String> scopes,
        SocketModeSettings sockets,
        AppFeatures surfaces) {
    private static final Set<String> USUAL_SCOPES = Set.of(
            "commands",
            "chat:write",
            "chat:write.public",
            "app_mentions:read",
            "users:read",
            "users:read.email",
            "usergroups:read",
            "channels:read",
            "groups:read",
            "im:read",
            "im:history",
            "mpim:read",
            "links:read",
            "links:write");

    /** Copies the sets. */
    public AppInstallation {
        commands = Set.copyOf(commands);
        scopes = Set.copyOf(scopes);
    }

    /** A workspace {@code acme} with Signalman installed; its secrets work only in the simulator. */
    public static AppInstallation usual() {
        return new AppInstallation(
                "T0ACME",
                "acme",
                null,
                "A0SIGNALMAN",
                "U0SIGNALMAN",
                "B0SIGNALMAN",
                "signalman",
                "xoxb-simulated-bot-token",
                "51a1a7ed51a1a7ed51a1a7ed51a1a7ed",
                Set.of("/semaphore"),
                USUAL_SCOPES,
                SocketModeSettings.switchedOff(),
                AppFeatures.USUAL);
    }

    /** Makes the workspace part of an enterprise. */
    public AppInstallation inEnterprise(String enterpriseId) {
        return new AppInstallation(
                teamId,
                teamDomain,
                enterpriseId,
                appId,
                botUserId,
                botId,
                botName,
                botToken,
                signingSecret,
                commands,
                scopes,
                sockets,
                surfaces);
    }

    public AppInstallation granting(Set<String> scopes) {
        return new AppInstallation(
                teamId,
                teamDomain,
                enterpriseId,
                appId,
                botUserId,
                botId,
                botName,
                botToken,
                signingSecret,
                commands,
                scopes,
                sockets,
                surfaces);
    }

    /** Turns Socket Mode on. */
    public AppInstallation overSockets() {
        return over(SocketModeSettings.switchedOn());
    }

    public AppInstallation showing(AppFeatures appFeatures) {
        return new AppInstallation(
                teamId,
                teamDomain,
                enterpriseId,
                appId,
                botUserId,
                botId,
                botName,
                botToken,
                signingSecret,
                commands,
                scopes,
                sockets,
                appFeatures);
    }

    /** Sets the app-level token and the transport. */
    public AppInstallation over(SocketModeSettings sockets) {
        return new AppInstallation(
                teamId,
                teamDomain,
                enterpriseId,
                appId,
                botUserId,
                botId,
                botName,
                botToken,
                signingSecret,
                commands,
                scopes,
                sockets,
                surfaces);
    }

    @Override
    public String toString() {
        return "Installation of " + appId + " in " + teamId;
    }
}
