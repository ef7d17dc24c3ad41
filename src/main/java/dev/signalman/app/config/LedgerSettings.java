package dev.signalman.app.config;

import dev.signalman.keyring.Keyring;
import dev.signalman.storage.DatabaseAddress;

/** The database of the ledger, and the keys that verify it. */
public record LedgerSettings(DatabaseAddress database, Keyring keyring) {}
