/// Tags of projects.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.tag;
