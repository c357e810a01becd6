package org.cumulet.batch.job;

import java.util.UUID;

/// A job that has something to do.
///
/// @param room how many more of its items may be under way
/// @param calls how many calls are made for it at the moment, by all processes
public record Candidate(UUID job, String project, int room, int calls) {}
