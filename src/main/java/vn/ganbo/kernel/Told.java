package vn.ganbo.kernel;

import java.time.Instant;
import java.util.UUID;

/** A fact as it was told: published inside the transaction of its act. */
public record Told(UUID id, Instant at, Viewer viewer, Fact fact) {}
