package dev.ringback.engine.brake;

import java.util.List;

/// The emergency stops that are on, the oldest first.
record Brakes(List<Brake> brakes) {}
