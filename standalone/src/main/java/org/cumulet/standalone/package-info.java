/// The whole cloud on one machine: folders, secrets, embedded servers, services together or each in a process of its
/// own.
@org.jspecify.annotations.NullMarked
package org.cumulet.standalone;
