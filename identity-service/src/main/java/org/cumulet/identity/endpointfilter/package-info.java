/// Which endpoints a project's catalog has.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.endpointfilter;
