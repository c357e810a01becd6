/// Projects: what everything in the cloud belongs to.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.project;
