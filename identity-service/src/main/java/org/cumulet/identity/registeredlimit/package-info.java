/// Registered limits: how much of something everybody may have who has no limit of its own.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.registeredlimit;
