package dev.signalman.command;

/**
 * Something that can be asked. Each command has a {@link Verb} in a constant named {@code VERB}, which reads it, prints it and
 * explains it; printing and reading are inverse.
 */
public sealed interface Command
        permits Announce,
                Audit,
                CreateAgentType,
                DeleteAgentType,
                Deploys,
                DisableAgents,
                Doctor,
                Help,
                History,
                ListAgentTypes,
                ListPipelines,
                ListProjects,
                ListPromotions,
                ListSubscriptions,
                ListWorkflows,
                Logs,
                Observe,
                Pause,
                Promote,
                Rebuild,
                Refresh,
                Rerun,
                Run,
                ShowAgentType,
                ShowHome,
                ShowJob,
                Status,
                Stop,
                Subscribe,
                Summarise,
                Triage,
                Unfurl,
                Unsubscribe,
                Use,
                Why {}
